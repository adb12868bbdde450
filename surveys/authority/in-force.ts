/** The authority in force: its plan, its territory, its judgement and its dictionaries. The only file that names its folder. */
import themes from '../../authorities/tarn-agout/dictionaries/themes.json' with { type: 'json' }
import judgement from '../../authorities/tarn-agout/judgement.json' with { type: 'json' }
import plan from '../../authorities/tarn-agout/plan.json' with { type: 'json' }
import territory from '../../authorities/tarn-agout/territory.json' with { type: 'json' }
import type { JudgementFile, PlanFile, TerritoryFile, ThemesFile } from './schema.ts'

// The compiler reads every text of a JSON file as `string`; tests/surveys/authority/schema.test.ts holds the narrower shapes.
export const planInForce = plan as PlanFile
export const territoryInForce = territory as TerritoryFile
export const judgementInForce = judgement as JudgementFile
export const themesInForce = themes as ThemesFile
/** Folder under `authorities/`, for what is read as a file: the outlines of the communes. */
export const folderInForce = 'tarn-agout'
