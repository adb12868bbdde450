// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Grid } from '../../../../client/results/Grid.tsx'

afterEach(cleanup)
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)
const grid = {
  title: 'Moyenne selon : logement',
  base: 'Moyenne des classes publiées',
  columns: ['Logement', 'Moyenne'],
  rows: [{ label: 'Maison', cells: [{ text: 'trop petit', isSmall: true }] }],
  notes: [],
}

// three groups of 39, 30 and 13 said « trop petit », and only groups of fewer than 11 were said to be
test('why a figure is not there names what a crossing and a mean ask for', () => {
  const { container } = render(<Grid grid={grid} />)
  const said = container.querySelector('details')!.textContent!.replace(/\s+/g, ' ')
  expect(said).toContain('deux questions ne se croisent que dans les réponses que 30 personnes au moins ont données')
  expect(said).toContain('Une réponse que moins de 11 personnes ont donnée n’est pas répartie entre les groupes')
  expect(said).toContain('La moyenne d’un groupe n’est donnée que si chaque réponse y a un chiffre.')
})

// « Selon : logement » was eleven names with nothing beside them
test('a table whose groups are all hidden is not drawn: what is under it says why', () => {
  const notes = ['Groupes que l’on ne montre pas : Maison, Appartement.']
  const names = { ...grid, columns: ['Réponse'], rows: [{ label: 'Oui', cells: [] }], notes }
  const { container } = render(<Grid grid={names} isUnderTitle />)
  expect(container.querySelector('table')).toBeNull()
  expect(screen.queryByText('Oui')).toBeNull()
  expect(screen.getByText(notes[0]!)).toBeTruthy()
  expect(screen.getByText('Pourquoi pas de chiffre ?')).toBeTruthy()
})

// « ≤ 12 % » was explained in the documents alone
test('a sign that stands for an end of the interval is said under its table, and under no other', () => {
  const one = (text: string) => ({ ...grid, rows: [{ label: 'Maison', cells: [{ text }] }] })
  expect(render(<Grid grid={one('≤\u202f12\u202f%')} />).container.textContent).toContain('Le signe ≤ veut dire')
  cleanup()
  expect(render(<Grid grid={one('12\u202f%')} />).container.textContent).not.toContain('Le signe ≤')
})
