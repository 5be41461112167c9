def ramme(request):
    return {}
