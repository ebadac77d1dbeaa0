/**
 * Where data can be kept: areas with one law of data protection, and the Regions of AWS in them (AWS, "Regions and Availability Zones").
 * The United Kingdom and Switzerland stand apart, since neither is in the European Union.
 */
export const AREAS = {
  eu: {
    title: "European Union",
    regions: ["eu-central-1", "eu-west-1", "eu-west-3", "eu-north-1", "eu-south-1", "eu-south-2", "eusc-de-east-1"],
  },
  uk: { title: "United Kingdom", regions: ["eu-west-2"] },
  ch: { title: "Switzerland", regions: ["eu-central-2"] },
  us: { title: "United States", regions: ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "us-gov-west-1", "us-gov-east-1"] },
  ca: { title: "Canada", regions: ["ca-central-1", "ca-west-1"] },
  mx: { title: "Mexico", regions: ["mx-central-1"] },
  br: { title: "Brazil", regions: ["sa-east-1"] },
  jp: { title: "Japan", regions: ["ap-northeast-1", "ap-northeast-3"] },
  kr: { title: "South Korea", regions: ["ap-northeast-2"] },
  au: { title: "Australia", regions: ["ap-southeast-2", "ap-southeast-4"] },
  nz: { title: "New Zealand", regions: ["ap-southeast-6"] },
  sg: { title: "Singapore", regions: ["ap-southeast-1"] },
  id: { title: "Indonesia", regions: ["ap-southeast-3"] },
  my: { title: "Malaysia", regions: ["ap-southeast-5"] },
  th: { title: "Thailand", regions: ["ap-southeast-7"] },
  in: { title: "India", regions: ["ap-south-1", "ap-south-2"] },
  hk: { title: "Hong Kong", regions: ["ap-east-1"] },
  tw: { title: "Taiwan", regions: ["ap-east-2"] },
  ae: { title: "United Arab Emirates", regions: ["me-central-1"] },
  bh: { title: "Bahrain", regions: ["me-south-1"] },
  il: { title: "Israel", regions: ["il-central-1"] },
  za: { title: "South Africa", regions: ["af-south-1"] },
} as const;

export type Area = keyof typeof AREAS;
export type Region = (typeof AREAS)[Area]["regions"][number];
/** An area, or one Region. */
export type Location = Area | Region;

const AREA_NAMES = Object.keys(AREAS) as readonly Area[];
const AREA_OF = new Map<string, Area>(AREA_NAMES.flatMap((area) => AREAS[area].regions.map((region) => [region, area] as const)));
export const LOCATIONS: readonly Location[] = [...AREA_NAMES, ...AREA_NAMES.flatMap((area): readonly Location[] => AREAS[area].regions)];

export function isLocation(name: string): name is Location {
  return Object.hasOwn(AREAS, name) || AREA_OF.has(name);
}

/**
 * Whether data kept at one location lies inside another: an area holds its Regions.
 * "perhaps" when only the area is known and one of its Regions is asked for.
 */
export function isInside(kept: Location, wanted: Location): "yes" | "perhaps" | "no" {
  if (kept === wanted || AREA_OF.get(kept) === wanted) return "yes";
  return AREA_OF.get(wanted) === kept ? "perhaps" : "no";
}

/** "European Union (eu)", "eu-central-1" */
export function locationText(location: Location): string {
  return AREA_OF.has(location) ? location : `${AREAS[location as Area].title} (${location})`;
}
