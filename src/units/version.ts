/** The version of the engine, stated in every result; a test keeps it equal to package.json. */
export const VERSION = "0.1.0";
