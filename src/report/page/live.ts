import type { LiveData } from "../live/live-data.js";
import { LIVE_DATA_ID } from "../render/html/page-data.js";
import { startLive } from "./live-page.js";
import { putArithmetic } from "./put-arithmetic.js";
import { startPage } from "./start-page.js";

/** The script of a report that answers what-if: charts and comforts, then the engine with the scenario and its prices. */
putArithmetic();
const board = startPage();
startLive(board, JSON.parse(document.getElementById(LIVE_DATA_ID)?.textContent ?? "") as LiveData);
document.documentElement.dataset.ready = "";
