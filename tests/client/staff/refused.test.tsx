// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Refusal } from '../../../client/parts/api.ts'
import { Loading } from '../../../client/parts/Loading.tsx'
import { elsewhereText } from '../../../client/staff/accounts/LinkDialog.tsx'

afterEach(cleanup)

const shown = (error: Error) => {
  render(
    <Loading loaded={{ error }} again={() => {}}>
      {() => null}
    </Loading>,
  )
  return screen.queryByRole('button', { name: 'Réessayer' })
}

test('a page that one’s rights do not open offers nothing to try again; one that failed does', () => {
  expect(shown(new Refusal(403, { title: 'Vos droits n’ouvrent pas cette page.', code: 'not-allowed' }))).toBeNull()
  screen.getByText('Vos droits n’ouvrent pas cette page.')
  screen.getByRole('heading', { name: 'Cette page ne vous est pas ouverte' })
  expect(screen.getByRole('link').getAttribute('href')).toBe('/gerer')
  cleanup()
  expect(shown(new Refusal(500, { title: 'Une erreur.', code: 'unexpected' }))).not.toBeNull()
})

// the link began at once with the public address just written, not alive yet, and was shown once
test('an invitation at another address than one’s own says so; at the same, nothing', () => {
  expect(elsewhereText('https://enquete.exemple.fr', 'http://localhost:3000')).toMatch(
    /^Ce lien est à l’adresse publique des réglages, enquete\.exemple\.fr\u202f; vous travaillez sur localhost:3000\./,
  )
  expect(elsewhereText('https://enquete.exemple.fr', 'https://enquete.exemple.fr')).toBeNull()
})
