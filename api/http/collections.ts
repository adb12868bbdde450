/** What is stored of the pages themselves: how often an aid was used. */
import * as z from 'zod'
import { always, collectionRow } from '../store/collection-row.ts'

export const pageCollections = {
  uses: collectionRow({
    name: 'uses',
    schema: z.number(),
    holds: 'Combien de fois le français simplifié et la lecture à voix haute ont servi : deux nombres.',
    personal: null,
    why: 'Savoir si ces aides servent.',
    ...always,
  }),
}
