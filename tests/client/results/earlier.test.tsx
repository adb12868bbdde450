// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { Explorer } from '../../../client/results/explorer/Explorer.tsx'
import { Deciding } from '../../../client/results/finding/Deciding.tsx'
import { FindingPage } from '../../../client/results/finding/FindingPage.tsx'
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

// « Ces chiffres sont ceux de la publication n° 9 », « Publiez d’abord », « Réessayer »
test('a publication that there is not is said so, with the way to the one in force', async () => {
  const question = { path: 'places', title: 'Jours demandés', page: 'p', lists: [], kind: 'shares' }
  const line = (number: number) => ({ slug: 'familles', title: 'Familles', number, madeAt: '2026-11-30T10:00:00Z' })
  vi.stubGlobal('fetch', async (address: string) => {
    if (address.endsWith('/questions'))
      return Response.json({
        ...{ slug: 'familles', title: 'Familles', publication: line(4), withdrawn: [line(5)], absent: [] },
        questions: [question],
      })
    if (address.endsWith('/explorations')) return Response.json({ saved: [] })
    return Response.json({ code: 'publication-unknown', title: 'Publiez d’abord les résultats.' }, { status: 404 })
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    history.replaceState(null, '', '/')
  })
  history.replaceState(null, '', '/analyse/familles/questions?q=places&pub=9')
  render(<Explorer slug="familles" />)
  await screen.findByText('Cette publication n’existe pas.')
  expect(document.body.textContent).not.toMatch(/Publiez d’abord|Ces chiffres sont ceux/)
  expect(screen.queryByRole('button', { name: 'Réessayer' })).toBeNull()
  screen.getByRole('button', { name: /^Voir cette question dans la n° 4/ })
  cleanup()
  history.replaceState(null, '', '/analyse/familles/resultat/places?publication=9')
  render(<FindingPage slug="familles" indicator="places" />)
  await screen.findByText('Cette publication n’existe pas, ou n’a pas ce résultat.')
  expect(screen.queryByRole('button', { name: 'Réessayer' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Lire ce résultat dans la dernière publication' }).getAttribute('href')).toBe(
    '/analyse/familles/resultat/places',
  )
})
