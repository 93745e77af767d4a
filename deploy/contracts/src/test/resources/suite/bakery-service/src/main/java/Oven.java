class Oven {}
