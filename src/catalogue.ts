import type { Catalogue } from "./prices/price-file.js";

/** The shipped price files, parsed: `import { catalogue } from "authcost/catalogue"`. The build writes its value. */
export declare const catalogue: Catalogue;
