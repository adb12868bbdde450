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
      cells={[['', '']]}
      problems={problems}
      example={['Nord', '12']}
      onChange={() => {}}
      onPaste={async () => null}
    />,
  )
  screen.getByRole('heading', { name: '3 points à revoir avant d’enregistrer' })
  expect(screen.getAllByText(/Faute \d\./)).toHaveLength(3)
})
