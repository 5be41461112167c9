"""BEK nr. 2408 af 13/12/2021, one module per §: https://www.retsinformation.dk/eli/lta/2021/2408"""
