/** Countries and languages, by their names in English and French and by their codes. */
import { plainText } from './text.ts';

/** The countries of ISO 3166-1: their codes of two letters, each with the one of three. */
const CODES = (
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA ' +
  'AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES ' +
  'BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK ' +
  'CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA ' +
  'DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA ' +
  'GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS ' +
  'GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD ' +
  'IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA ' +
  'KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA ' +
  'LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ ' +
  'MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC ' +
  'NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM ' +
  'PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC ' +
  'SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV ' +
  'SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR ' +
  'TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR ' +
  'VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE'
).split(' ');

/** Countries are called by these too. */
const ALSO: Record<string, string> = {
  uk: 'GB',
  'great britain': 'GB',
  'grande bretagne': 'GB',
  england: 'GB',
  angleterre: 'GB',
  usa: 'US',
  turkey: 'TR',
  'ivory coast': 'CI',
  'united states of america': 'US',
  'etats unis d amerique': 'US',
  holland: 'NL',
  hollande: 'NL',
  'czech republic': 'CZ',
  'republique tcheque': 'CZ',
};

const inEnglish = (type: 'region' | 'language') =>
  new Intl.DisplayNames('en', { type, fallback: 'none' });
const inFrench = (type: 'region' | 'language') =>
  new Intl.DisplayNames('fr', { type, fallback: 'none' });

/** A country. */
interface Country {
  /** In two letters. */
  code: string;
  name: string;
  fr: string;
}

/** All countries, as the English alphabet has them. */
export const countries = (): Country[] => {
  const [english, french] = [inEnglish('region'), inFrench('region')];
  return CODES.map((codes) => codes.slice(0, 2))
    .map((code) => ({ code, name: english.of(code) ?? code, fr: french.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
};

/** The code of two letters of a country, by that, by its code of three or by a name of it. */
export const countryFrom = (text: string): string | undefined => {
  const sought = plainText(text);
  const byCode = CODES.find((codes) =>
    [codes.slice(0, 2), codes.slice(2)].includes(sought.toUpperCase()),
  );
  if (byCode) return byCode.slice(0, 2);
  const named = countries().find(({ name, fr }) => [name, fr].map(plainText).includes(sought));
  return named?.code ?? ALSO[sought];
};

/** All codes of two letters, from `aa` to `zz`. */
const pairs = (): string[] => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((one) => letters.map((other) => one + other));
};

/** The code of a language that exists, such as `fr` or `pt-BR`, in its usual case. */
const languageCode = (text: string): string | undefined => {
  try {
    const { language, region, baseName } = new Intl.Locale(text.replaceAll('_', '-'));
    const isKnown =
      inEnglish('language').of(language) !== undefined &&
      (region === undefined || CODES.some((codes) => codes.startsWith(region)));
    return isKnown ? baseName : undefined;
  } catch {
    // It is not even the form of a code.
    return undefined;
  }
};

/** The code of a language, by that or by its name in English or French. */
export const languageFrom = (text: string): string | undefined => {
  const byCode = languageCode(text.trim());
  if (byCode) return byCode;
  const sought = plainText(text);
  const [english, french] = [inEnglish('language'), inFrench('language')];
  return pairs().find((code) =>
    [english.of(code), french.of(code)].some((name) => name && plainText(name) === sought),
  );
};
