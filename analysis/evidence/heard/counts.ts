/** What was heard, counted as what it is: « 4 entretiens et 2 groupes d’échange », never a percentage. */
import { type EncounterKind, encounterKinds } from '../../../surveys/heard/encounter.ts'
import { and, counted } from '../../text/format.ts'

export type Counted = { kind: EncounterKind; people: number }

/**
 * Encounters by kind, in the order of the kinds.
 *
 * @returns '' when there is none
 * @example countedAs([{ kind: 'interview', people: 1 }, { kind: 'walk', people: 5 }]) → '1 entretien et 1 marche avec des jeunes'
 */
export const countedAs = (encounters: readonly Pick<Counted, 'kind'>[]): string =>
  and(
    encounterKinds.flatMap(({ value, one, several }) => {
      const { length } = encounters.filter(({ kind }) => kind === value)
      return length === 0 ? [] : [counted(length, one, several)]
    }),
  )

/** Presences are added: the same person may have come twice. */
export const peopleOf = (encounters: readonly Pick<Counted, 'people'>[]): number =>
  encounters.reduce((sum, { people }) => sum + people, 0)
