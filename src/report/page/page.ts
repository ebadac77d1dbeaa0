import { startPage } from "./start-page.js";

/** The script of a page without inputs. The page reads without it; it draws the charts and adds small comforts. */
startPage();
document.documentElement.dataset.ready = "";
