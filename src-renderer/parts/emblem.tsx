/** 市章 of the sample municipality: a counter window under a roof. A real one is configuration of the place. */
export const Emblem = () => (
  <svg className="emblem" viewBox="0 0 64 64" aria-hidden focusable="false">
    <circle className="emblem-ground" cx="32" cy="32" r="30" />
    <path className="emblem-figure" d="M14 30L32 15l18 15M20 29v19h24V29M20 39h24M32 29v10" />
  </svg>
)
