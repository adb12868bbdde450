/** The sign beside the name: the authority's logo, or ours, drawn here so that no file has to be asked for. */
export function Sign({ logo }: { logo: string | undefined }) {
  if (logo) return <img src={logo} alt="" height="28" />
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0b5d5e" />
      <g fill="#e3efee">
        <rect x="6" y="6" width="12" height="3" rx="1" />
        <rect x="10" y="11" width="16" height="3" rx="1" />
        <rect x="6" y="16" width="8" height="3" rx="1" />
        <rect x="16" y="21" width="10" height="3" rx="1" fill="#f2a65a" />
      </g>
    </svg>
  )
}
