/** What is stored of the pages themselves: how often an aid was used. */
import * as z from 'zod'
import { collectionRow } from '../store/collection-row.ts'

export const pageCollections = {
  uses: collectionRow({
    name: 'uses',
    schema: z.number(),
    holds: 'Combien de fois le français simplifié et la lecture à voix haute ont servi : deux nombres.',
    personal: null,
    why: 'Savoir si ces aides servent.',
    retention: 'Tant que la base sert.',
    setting: null,
    inBackups: true,
  }),
}
