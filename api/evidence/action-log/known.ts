/** What the plan and the territory in force know, for whoever notes and whoever checks. */
import type { KnownPlaces } from '../../../surveys/action-log/problems.ts'
import { actions, objectives } from '../../../surveys/authority/plan.ts'
import { communes, outside } from '../../../surveys/authority/territory.ts'

export const outsideName = 'Hors du territoire'

export const communeNames = (): { value: string; name: string }[] => [
  ...communes()
    .map(({ insee, name }) => ({ value: insee, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
  { value: outside, name: outsideName },
]

/** '' for a commune that is not said; its code when the territory no longer has it. */
export const communeName = (value: string): string =>
  value === outside ? outsideName : (communes().find(({ insee }) => insee === value)?.name ?? value)

export const knownPlaces = (): KnownPlaces => ({
  communes: new Set([...communes().map(({ insee }) => insee), outside]),
  objectives: new Set(objectives().map(({ number }) => number)),
  actions: new Set(actions().map(({ number }) => number)),
})
