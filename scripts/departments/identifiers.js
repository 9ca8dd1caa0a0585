/** Invented identifiers with the check characters that real ones would have. */

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Unified social credit code (GB 32100) of the eight characters before and the eight of the body itself. */
export function creditCode(prefix, body) {
  const organisation = body + organisationCheck(body);
  const first = prefix + organisation;
  const sum = [...first].reduce(
    (total, char, at) => total + creditAlphabet.indexOf(char) * creditWeights[at],
    0,
  );
  return first + creditAlphabet[(31 - (sum % 31)) % 31];
}

function organisationCheck(body) {
  const value = (char) => (/\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55);
  const check =
    11 - ([...body].reduce((sum, char, at) => sum + value(char) * organisationWeights[at], 0) % 11);
  return '0123456789X0'.charAt(check);
}

/** Citizen identification number (GB 11643) of its first seventeen digits. */
export function citizenId(first) {
  return (
    first +
    '10X98765432'[[...first].reduce((sum, digit, at) => sum + Number(digit) * citizenWeights[at], 0) % 11]
  );
}
