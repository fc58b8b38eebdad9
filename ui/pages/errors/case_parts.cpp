#include "ui/pages/errors/case_parts.h"

#include "moc_case_parts.cpp"
