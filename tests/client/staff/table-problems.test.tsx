// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { TableEditor } from '../../../client/staff/tables/TableEditor.tsx'

afterEach(cleanup)

// « 1 point à revoir » stood above three lines
test('as many points are announced as are listed', () => {
  const columns = ['Zone', 'Nombre'].map((label) => ({ label, help: '', optional: false, isFixed: false, words: [] }))
  const problems = ['Zone', 'Nombre', 'Nombre'].map((column, at) => ({ line: 1, column, message: `Faute ${at}.` }))
  render(
    <TableEditor
      caption="Table"
      columns={columns}
      cells={[['Nordd', 'x']]}
      problems={problems}
      example={['Nord', '12']}
      onChange={() => {}}
      onPaste={async () => null}
    />,
  )
  screen.getByRole('heading', { name: '3 points à revoir avant d’enregistrer' })
  expect(screen.getAllByText(/Faute \d\./)).toHaveLength(3)
})

// twenty red lines « La case « Effectif » est vide » pushed three faults, and the table, off the screen
test('cells where nothing is typed yet are to be filled, on one line, and are not wrong', () => {
  const columns = ['Zone', 'Nombre'].map((label) => ({ label, help: '', optional: false, isFixed: false, words: [] }))
  const zones = ['Nord', 'Sud', 'Est']
  render(
    <TableEditor
      caption="Table"
      columns={columns}
      cells={[['Nordd', '12'], ...zones.map((zone) => [zone, ''])]}
      problems={[
        { line: 1, column: 'Zone', message: 'Faute.' },
        ...zones.map((_, at) => ({ line: at + 2, column: 'Nombre', message: 'La case « Nombre » est vide.' })),
      ]}
      example={['Nord', '12']}
      onChange={() => {}}
      onPaste={async () => null}
    />,
  )
  screen.getByRole('heading', { name: '2 points à revoir avant d’enregistrer' })
  screen.getByText(/3 cases à remplir à partir d’ici/)
  expect(screen.queryByText(/est vide/)).toBeNull()
  expect(screen.getByLabelText('Nombre, ligne 2').getAttribute('aria-invalid')).toBeNull()
  expect(screen.getByLabelText('Zone, ligne 1').getAttribute('aria-invalid')).toBe('true')
})
