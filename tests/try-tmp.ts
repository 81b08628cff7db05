import { knownFromCatalog } from '/work/wt/house/tests/server/understanding/known-from-catalog.ts'
import { comparisonSides } from '/work/wt/house/server/understanding/comparison-sides.ts'
import { understandAlone } from '/work/wt/house/server/understanding/understand.ts'
import { expectedAnswer } from '/work/wt/house/server/understanding/expected-answer.ts'
const k = await knownFromCatalog()
const q='Compare Soviet and Chinese views of the war'
console.log(comparisonSides(q, understandAlone(q,k)).map(s=>s.label), k.linker.link('What did Stalin want?')[0]?.entities[0]?.name)
for (const x of ['How many sailors died?','How did relations with China change?']) console.log(expectedAnswer(understandAlone(x,k)))
