// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { CorrectDialog } from '../../../client/results/publications/CorrectDialog.tsx'
import { Publications, PublicPage } from '../../../client/results/publications/Publications.tsx'

afterEach(cleanup)
// jsdom has neither sizes nor dialogs
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true
}

const line = (number: number, isWithdrawn = false) =>
  ({
    ...{ slug: 'familles', number },
    ...(isWithdrawn ? { notices: [{ kind: 'withdrawal', reason: 'Table fausse.', day: '2026-11-30' }] } : {}),
  }) as analyse.PublicationsPage['publications'][number]

function said(open: number | null, ...publications: ReturnType<typeof line>[]): string {
  cleanup()
  const page = { open: open === null ? null : { number: open }, publications } as Pick<
    analyse.PublicationsPage,
    'open' | 'publications'
  >
  render(<PublicPage page={page} current={publications.find(({ notices }) => !notices)!} />)
  return document.body.textContent?.replace(/[\u00a0\u202f]/g, ' ') ?? ''
}

// « La page publique montre encore la n° 3 » was said where everybody read that n° 3 is withdrawn
test('what everybody reads is told as it is, with a link to it', () => {
  expect(said(3, line(4), line(3, true))).toBe(
    'La page publique dit que la publication n° 3 est retirée, et n’en montre plus rien : la n° 4 n’y sera qu’une fois ouverte.',
  )
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/resultats/familles')
  expect(said(2, line(3), line(2))).toBe(
    'La page publique montre encore la publication n° 2 : la n° 3 n’y sera qu’une fois ouverte.',
  )
  expect(said(3, line(3))).toBe('La page publique montre la publication n° 3.')
  expect(document.querySelector('a')).not.toBeNull()
  expect(said(null, line(1))).toMatch(/ne voient rien : la page publique n’est pas ouverte/)
})

// « Les données de celle-ci ne sont plus données » was all, and inhabitants read that the results are gone, and why
test('before withdrawing what everybody reads, what they will read is said', () => {
  const told = (publicNumber: number | null) => {
    cleanup()
    const publication = { slug: 'familles', number: 3 } as analyse.PublicationLine
    render(<CorrectDialog {...{ publication, publicNumber, standing: [3, 2], onClose() {}, onDone() {} }} />)
    return document.body.textContent?.replace(/[\u00a0\u202f]/g, ' ') ?? ''
  }
  expect(told(3)).toContain(
    'Les habitants liront sur la page publique « Ces résultats ne sont plus publiés », la date et votre phrase.',
  )
  expect(told(2)).not.toContain('Les habitants')
  expect(told(null)).not.toContain('Les habitants')
})

/** What the page asks, with what has been done since it was drawn. */
function served() {
  const made = {
    ...{ slug: 'familles', title: 'Familles', responses: 400, digest: 'abcdef', version: 1, trial: false },
    ...{ madeAt: '2026-11-30T10:00:00Z', madeBy: 'Alix', changes: [], kept: null },
  }
  const page = {
    ...{ slug: 'familles', title: 'Familles', unshown: 0, waiting: 0, working: null, failure: null },
    open: null as object | null,
    publications: [
      { ...made, number: 2, notices: [] as object[] },
      { ...made, number: 1, notices: [] as object[], madeAt: '2026-11-30T08:05:00Z' },
    ],
  }
  vi.stubGlobal('fetch', async (address: string, { method, body }: RequestInit) => {
    if (method === 'POST' && address.endsWith('/public')) page.open = { number: 2 }
    if (method === 'POST' && address.endsWith('/notices'))
      page.publications[1]!.notices.push({ ...JSON.parse(String(body)), day: '2026-11-30' })
    return /publications$/.test(address)
      ? Response.json(page)
      : Response.json({}, { status: method === 'POST' ? 200 : 404 })
  })
}
const focused = () => document.activeElement?.textContent?.replace(/[\u00a0\u202f]/g, ' ') ?? ''
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

// the window went with what had the focus, and the keyboard began again at the top of the page
test('what was done of a publication takes the focus where it is told', async () => {
  served()
  render(<Publications slug="familles" />)
  fireEvent.click(await screen.findByRole('button', { name: 'Ouvrir la n° 2 au public…' }))
  press('Ouvrir au public')
  await waitFor(() => expect(focused()).toBe('La page publique montre la publication n° 2.'))
  press('Corriger ou retirer la publication n° 1')
  fireEvent.click(screen.getByRole('radio', { name: /^Retirer la publication/ }))
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'La table de présence était fausse.' } })
  press('Retirer la publication')
  await waitFor(() =>
    expect(focused()).toMatch(/^n° 1 .*Retirée le 30 novembre 2026 : La table de présence était fausse/),
  )
})

// three of one day, and nothing told which came when
test('publications of one day say their hour', async () => {
  served()
  render(<Publications slug="familles" />)
  await screen.findByRole('heading', { name: /^Publication n° 2 faite le 30.novembre 2026 à 11.h.00$/ })
  screen.getByRole('cell', { name: /^30.novembre 2026 à 09.h.05$/ })
})
