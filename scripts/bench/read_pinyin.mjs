// The Chinese family and given names of PHP's Faker with the pinyin of pinyin-pro, for
// scripts/bench/fresh_pairs.py: node scripts/bench/read_pinyin.mjs zh_CN/Person.php > pinyin.json
import { readFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";

const text = readFileSync(process.argv[2], "utf8");
const list = (name) => {
  const body = text.match(new RegExp(`\\$${name} = (?:\\[|array\\()([^;]*?)(?:\\]|\\));`))[1];
  return [...new Set([...body.matchAll(/'([^']*)'/g)].map((found) => found[1]))];
};
const read = (han, surname) => {
  const options = { type: "array", surname: surname ? "head" : "off", v: false };
  const plain = pinyin(han, { ...options, toneType: "none" });
  return plain.map((syllable, at) => [syllable, pinyin(han, options)[at]]);
};
const table = (names, surname) => Object.fromEntries(names.map((han) => [han, read(han, surname)]));
console.log(
  JSON.stringify({
    family: table(list("lastName"), true),
    given: table([...list("firstNameMale"), ...list("firstNameFemale")], false),
  }),
);
