// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { Deciding } from '../../../client/results/finding/Deciding.tsx'
import { PublicDialog } from '../../../client/results/publications/PublicDialog.tsx'

afterEach(cleanup)
// jsdom has no dialogs
HTMLDialogElement.prototype.showModal = () => {}

const page = (number: number, last: number | null) =>
  ({
    ...{ finding: { questionnaire: 'familles', indicator: 'places', objective: 1 }, decisions: [], last },
    publication: { number },
  }) as unknown as analyse.FindingPage

// a decision noted on the page of n° 1 was kept as one on n° 4
test('no decision is noted on the figures of an earlier publication: a link leads to the last', () => {
  render(<Deciding page={page(1, 4)} refresh={() => {}} />)
  expect(screen.queryByRole('button', { name: 'Noter la décision' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Décider sur la n° 4' }).getAttribute('href')).toBe(
    '/analyse/familles/resultat/places#decision',
  )
  cleanup()
  render(<Deciding page={page(4, 4)} refresh={() => {}} />)
  expect(screen.getByRole('button', { name: 'Noter la décision' })).toBeTruthy()
})

test('before opening to the public, decisions that will not be shown are counted', () => {
  const publication = { slug: 'familles', number: 3 } as analyse.PublicationLine
  const said = (unshown: number) => {
    cleanup()
    render(<PublicDialog {...{ publication, publicNumber: null, unshown, onClose() {}, onDone() {} }} />)
    return document.body.textContent?.replace(/[\u00a0\u202f]/g, ' ') ?? ''
  }
  expect(said(0)).not.toContain('montrée :')
  expect(said(1)).toContain('Une décision notée ne sera pas montrée : elle n’est pas marquée')
  expect(said(2)).toContain('2 décisions notées ne seront pas montrées : elles ne sont pas marquées')
})
