import { compare, formatUsd, override, parseScenario } from "authcost";
import { catalogue } from "authcost/catalogue";
import { drawCharts, pageData, reportBody, reportDocument } from "authcost/report";

const scenario = parseScenario(`
name: example
title: Three ways to sign users in
workload: { mau: 100000, signInsPerMau: 8 }
alternatives: [cognito, postgresql, dynamodb]
`, { file: "example.yaml", hash: "" });

const [users, output, sentence, costs, report] = ["#users", "output", ".sentence", "#costs", "#report"].map((name) => document.querySelector(name));
document.documentElement.dataset.script = "";
let takeDown = () => {};

/** Compares at the chosen size. Every amount is an exact decimal, and `formatUsd` the only rounding. */
function compared() {
  const comparison = compare(override(scenario, { set: [`mau=${users.value}`], mau: [users.value] }), catalogue);
  output.textContent = `${Number(users.value).toLocaleString("en-US")} users`;
  sentence.textContent = comparison.recommendation.sentence;
  costs.replaceChildren(...comparison.points[0].alternatives.map(({ model, bill }) => Object.assign(document.createElement("li"), { textContent: `${model.title}: ${formatUsd(bill.monthly)} a month` })));
  return comparison;
}

/** The whole report of it: words and tables as markup in which every name is escaped, then the charts. */
function reported() {
  const document_ = reportDocument(compared());
  takeDown();
  report.innerHTML = reportBody(document_);
  takeDown = drawCharts(pageData(document_), report);
  document.documentElement.dataset.ready = users.value;
}

users.addEventListener("input", compared);
users.addEventListener("change", reported);
reported();
