import type { TypeObject } from 'koffi'

/**
 * How the three systems lay out the one PC/SC interface. Sources: pcsc-lite 1.9.9 wintypes.h and
 * pcsclite.h (Linux: DWORD and LONG are `unsigned long` and `long`, the ATR field has 33 bytes; macOS:
 * 32-bit DWORD, structures packed to one byte); WinSCard.h (32-bit DWORD, pointer-sized handles, ATR
 * field of 36 bytes, functions that take text end in A). Linux is the one tested against a real daemon.
 */
export interface PcscLayout {
  readonly library: string
  readonly dword: 'unsigned long' | 'uint32_t'
  readonly long: 'long' | 'int32_t'
  /** SCARDCONTEXT and SCARDHANDLE. */
  readonly handle: 'long' | 'int32_t' | 'uintptr_t'
  readonly atrFieldBytes: 33 | 36
  readonly packed: boolean
  /** Ends the names of the functions that take or give text. */
  readonly textSuffix: '' | 'A'
  /** What brings the library when it is missing. */
  readonly broughtBy: string
}

const layouts: Partial<Record<NodeJS.Platform, PcscLayout>> = {
  linux: {
    library: 'libpcsclite.so.1',
    dword: 'unsigned long',
    long: 'long',
    handle: 'long',
    atrFieldBytes: 33,
    packed: false,
    textSuffix: '',
    broughtBy: 'Debian packages libpcsclite1 and pcscd',
  },
  darwin: {
    library: '/System/Library/Frameworks/PCSC.framework/PCSC',
    dword: 'uint32_t',
    long: 'int32_t',
    handle: 'int32_t',
    atrFieldBytes: 33,
    packed: true,
    textSuffix: '',
    broughtBy: 'macOS itself',
  },
  win32: {
    library: 'winscard.dll',
    dword: 'uint32_t',
    long: 'int32_t',
    handle: 'uintptr_t',
    atrFieldBytes: 36,
    packed: false,
    textSuffix: 'A',
    broughtBy: 'Windows itself',
  },
}

/** Undefined where PC/SC is not known to exist. */
export function pcscLayout(platform: NodeJS.Platform): PcscLayout | undefined {
  return layouts[platform]
}

/** The part of koffi that lays out structures. */
interface StructureMaker {
  struct(fields: Record<string, string | TypeObject>): TypeObject
  pack(fields: Record<string, string | TypeObject>): TypeObject
  array(of: string, length: number): TypeObject
}

/** SCARD_READERSTATE and SCARD_IO_REQUEST of a system. */
export function pcscStructures(make: StructureMaker, layout: PcscLayout): { readerState: TypeObject; ioRequest: TypeObject } {
  const define = (fields: Record<string, string | TypeObject>): TypeObject => (layout.packed ? make.pack(fields) : make.struct(fields))
  const { dword } = layout
  return {
    readerState: define({
      szReader: 'const char *',
      pvUserData: 'void *',
      dwCurrentState: dword,
      dwEventState: dword,
      cbAtr: dword,
      rgbAtr: make.array('uint8_t', layout.atrFieldBytes),
    }),
    ioRequest: define({ dwProtocol: dword, cbPciLength: dword }),
  }
}
