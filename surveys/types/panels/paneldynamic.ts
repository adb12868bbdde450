/** Questions asked again for each child, each person. */
import { within } from '../convert.ts'
import { anything, caps, common, flag, text, whole } from '../rules.ts'
import type { TypeRow } from '../type.ts'

export const paneldynamic: TypeRow = {
  title: 'Fiche répétée',
  help: 'Les mêmes questions pour chaque enfant, par exemple.',
  part: 'Rassembler',
  noun: 'fiche répétée',
  holds: 'rows',
  properties: {
    ...common,
    panelCount: whole(0, caps.panelRows),
    minPanelCount: whole(0, caps.panelRows),
    maxPanelCount: whole(1, caps.panelRows),
    templateElements: anything,
    templateTitle: text,
    templateDescription: text,
    addPanelText: text,
    removePanelText: text,
    noEntriesText: text,
    confirmDelete: flag,
    confirmDeleteText: text,
  },
  problems({ minPanelCount = 0, maxPanelCount, panelCount = 0 }, say) {
    if (
      typeof maxPanelCount !== 'number' ||
      (minPanelCount as number) > maxPanelCount ||
      (panelCount as number) > maxPanelCount
    )
      say('panels', `Une fiche répétée dit combien de fois elle peut l’être\u202f: ${caps.panelRows} au plus.`)
  },
  blank: { minPanelCount: 1, maxPanelCount: 6, panelCount: 1, templateElements: [] },
  kind: 'panel',
  bounds: ({ minPanelCount, maxPanelCount }) => ({
    min: typeof minPanelCount === 'number' ? minPanelCount : 0,
    max: typeof maxPanelCount === 'number' ? maxPanelCount : null,
  }),
  seconds: 2,
  paper: null,
  invent: () => 1,
  convert(base, written, { elementsOfRow }) {
    const max = within(written.maxPanelCount, 1, caps.panelRows, 4)
    return {
      ...base,
      minPanelCount: within(written.minPanelCount, 0, max, 0),
      maxPanelCount: max,
      templateElements: elementsOfRow(written.templateElements),
    }
  },
}
