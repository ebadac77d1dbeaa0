/**
 * The names by which analyses know what can vary: a driver by its own name, the price of an hour, a cost given by hand,
 * the level of a rate (1 is the listed price), the monthly growth of users.
 */
export const HOURLY_RATE = "hourlyRate";
export const GROWTH = "growth";
export const costName = (cost: string): string => `cost ${cost}`;
export const rateName = (rate: string): string => `rate ${rate}`;
