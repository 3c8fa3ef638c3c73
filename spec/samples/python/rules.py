"""The chip's learning rules (chapter 12 of the spec): read from text, checked, and executed once on the words of a synapse.

A rule is a pair: the target "w", "d" or "t", and a tuple of products. A product is (mantissa, exponent, dependency, factors), a factor
(variable, constant, sgn), and a dependency "x0", "y0" or "u<k>".
"""

import re

from biograd import Refused, saturate, shift, sign

TOKEN = re.compile(r"[ \t]*(?:(dw|dd|dt|sgn|u[0-9]{1,6}|[xy][0-9]+|[wdtq])(?![a-z0-9])|([0-9]{1,6})(?![0-9])|(.))", re.DOTALL)
NUMBER = re.compile("[0-9]+")  # the digits of ASCII alone: str.isdigit knows more
SPIKES, SYNAPTIC = ("x0", "y0"), ("w", "d", "t")
VARIABLES = SPIKES + ("x1", "x2", "y1", "y2", "y3") + SYNAPTIC + ("q",)
LARGEST = 2 ** 32  # beyond any limit


def bits(variable):  # ENG-8
    return 1 if variable in SPIKES else 9 if variable in SYNAPTIC else 7


class Reader:
    """ENG-5, ENG-6: a rule in text, from left to right. A token is what stands between blanks; "" ends them."""

    def __init__(self, text):
        self.text, self.tokens, at = text, [], 0
        text = text.rstrip(" \t")
        while at < len(text):
            match = TOKEN.match(text, at)
            self.tokens.append((match.group().strip(" \t"), match.end() - len(match.group().lstrip(" \t"))))
            at = match.end()
        self.tokens.append(("", at))
        self.at = 0

    def refuse(self, right):
        raise Refused(f"field params.rule: column {self.tokens[self.at][1] + 1}: {right}")

    def see(self, ahead=0):
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)][0]

    def skip(self, *tokens):
        """The next token if it is one of these; it is read then."""
        if self.see() in tokens:
            self.at += 1
            return self.tokens[self.at - 1][0]
        return None

    def need(self, token):
        if not self.skip(token):
            self.refuse(f"{token} is needed")

    def number(self):
        if not NUMBER.fullmatch(self.see()):
            self.refuse("a number of 1..6 digits is needed")
        self.at += 1
        return int(self.tokens[self.at - 1][0])

    def sign(self):
        """1 or -1, or None where no sign follows."""
        return {"+": 1, "-": -1, None: None}[self.skip("+", "-")]

    def power(self, signs):
        """The exponent of a power of two, or None where none follows."""
        if self.see() != "2" or self.see(1) != "^":
            return None
        self.at += 2
        negative = self.skip(*signs) == "-"
        return -self.number() if negative else self.number()

    def rule(self):
        if len(self.text) > 1024:
            raise Refused("field params.rule: at most 1024 characters are needed")
        target = self.skip("dw", "dd", "dt") or "dw"
        if self.at:
            self.need("=")
        products = [self.product(self.sign() or 1)]
        while (direction := self.sign()) is not None:
            products.append(self.product(direction))
        if self.see():
            self.refuse("*, + or - is needed")
        return target[1], tuple(products)

    def product(self, mantissa):
        self.mantissa, self.exponent, self.dependency, self.factors = mantissa, 0, None, []
        atoms = 1
        self.atom()
        while self.skip("*"):
            atoms += 1
            if atoms > 64:
                self.refuse("a product has at most 64 atoms")
            self.atom()
        plain = [f for f in self.factors if f[0] in SPIKES and f[1:] == (0, False)]
        if self.dependency is None and plain:
            self.factors.remove(plain[0])
            self.dependency = plain[0][0]
        while abs(self.mantissa) > 7 and self.mantissa % 2 == 0 and self.exponent < 8:
            self.mantissa //= 2
            self.exponent += 1
        return self.mantissa, self.exponent, self.dependency, tuple(self.factors)

    def atom(self):
        exponent = self.power("+-")
        if exponent is not None:
            self.exponent += exponent
        elif self.skip("sgn"):
            self.operand(True)
        elif self.see() == "(":
            self.operand(False)
        elif self.see() in VARIABLES:
            self.factors.append((self.skip(*VARIABLES), 0, False))
        elif self.see()[:1] == "u" and NUMBER.fullmatch(self.see()[1:]):
            if self.dependency is not None:
                self.refuse("at most one u<k> a product is needed")
            self.dependency = f"u{int(self.see()[1:])}"
            self.at += 1
        else:
            self.mantissa *= self.number()
            if abs(self.mantissa) > LARGEST:
                self.refuse("a mantissa of -7..7 is needed")

    def operand(self, sgn):
        """(variable + constant) in either order; (c - v) counts as (v - c) with the mantissa negated."""
        self.need("(")
        variables, constants, direction = [], [], self.sign() or 1
        while direction is not None:
            if self.see() in VARIABLES:
                variables.append((direction, self.skip(*VARIABLES)))
            else:
                exponent = self.power("+")
                constants.append(direction * (self.number() if exponent is None else 2 ** min(exponent, 32)))
            direction = self.sign() if len(variables) + len(constants) < 2 else None
        if len(variables) != 1 or len(constants) > 1:
            self.refuse("one variable and at most one constant are needed")
        self.need(")")
        direction, variable = variables[0]
        self.mantissa *= direction
        self.factors.append((variable, direction * sum(constants), sgn))


def parse(text):
    return checked(Reader(text).rule())


def listed(products, rule):
    """The rule that a list of products is; in it "u" is the u of the rule in text, or one that the case decides."""
    read = []
    for i, product in enumerate(products):
        if product.get("sExpBiased", product["sExp"] + 7) != product["sExp"] + 7:
            raise Refused(f"field params.products[{i}].sExpBiased: sExp + 7 is needed")
        dependency = product["dependency"]
        if dependency == "u":
            of_text = rule[1][i][2] if rule and i < len(rule[1]) else ""
            dependency = of_text if of_text.startswith("u") else "u1"
        factors = tuple((f["var"], f.get("const", 0), f.get("sgn", False)) for f in product["factors"])
        read.append((product["sMant"], product["sExp"], dependency, factors))
    return checked((rule[0] if rule else "w", tuple(read)))


def checked(rule):
    """ENG-7: the rule, or what it exceeds."""
    if not 1 <= len(rule[1]) <= 16:
        raise Refused("a rule of 1..16 products is needed")
    decimations = set()
    for mantissa, exponent, dependency, factors in rule[1]:
        if not 1 <= abs(mantissa) <= 7 or not -22 <= exponent <= 8:
            raise Refused("a mantissa of -7..7, not 0, and an exponent of -22..8 are needed")
        if dependency is None or not re.fullmatch("x0|y0|u[0-9]", dependency):
            raise Refused("a product needs x0, y0 or one of u0..u9")
        if dependency[0] == "u":
            decimations.add(dependency)
        if len(factors) > 4:
            raise Refused("a product has at most 4 factors besides its dependency")
        for variable, constant, sgn in factors:
            if variable not in VARIABLES or not -128 <= constant <= 127:
                raise Refused("a factor is a variable and a constant of -128..127")
            if sgn and variable not in SYNAPTIC + ("q",):
                raise Refused("sgn is of w, d, t or q")
    if len(decimations) > 1:
        raise Refused("a rule has one k of u<k>")
    return rule


def read_by(rule):
    """The words that an execution reads, that of the target among them."""
    names = {rule[0]}
    for _, _, dependency, factors in rule[1]:
        names.update([dependency] if dependency in SPIKES else [], (variable for variable, _, _ in factors))
    return names


def contribution(product, f, words, decimated):  # ENG-8
    mantissa, exponent, dependency, factors = product
    P = words[dependency] if dependency in SPIKES else 1 if dependency == "u0" else decimated
    P *= abs(mantissa)
    for variable, constant, sgn in factors:
        exact = words[variable] + constant
        P *= sign(exact) if sgn else saturate(exact, bits(variable) + 1)
    k = exponent + f
    term = shift(P, -k, "FLOOR") if k < 0 else P << k
    return term if mantissa > 0 else -term


def execute(rule, words, decimated, draw):
    """ENG-9: what is accumulated, and the target's new word; decimated is whether u<k> with k above 0 counts."""
    target, products = rule
    f = 7 if target == "w" else 0
    exact = (words[target] << f) + sum(contribution(product, f, words, decimated) for product in products)
    c = saturate(exact, 16) if target == "w" else exact
    return c, saturate(shift(c, f, "STOCHASTIC", draw), 9)
