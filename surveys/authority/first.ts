/** The authority in force until another is chosen: the only file that names its folder. */
import themes from '../../authorities/tarn-agout/dictionaries/themes.json' with { type: 'json' }
import judgement from '../../authorities/tarn-agout/judgement.json' with { type: 'json' }
import names from '../../authorities/tarn-agout/names.json' with { type: 'json' }
import plan from '../../authorities/tarn-agout/plan.json' with { type: 'json' }
import territory from '../../authorities/tarn-agout/territory.json' with { type: 'json' }
import type { Authority } from './schema.ts'

// The compiler reads every text of a JSON file as `string`; tests/surveys/authority/schema.test.ts holds the narrower shapes.
export const firstAuthority = { names, plan, territory, judgement, themes } as unknown as Authority

/** Folder under `authorities/`, for what is read as a file: the outlines of the communes. */
export const firstFolder = 'tarn-agout'
