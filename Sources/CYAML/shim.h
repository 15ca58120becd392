#ifndef RUBRICA_CYAML_SHIM_H
#define RUBRICA_CYAML_SHIM_H

#include <yaml.h>

#endif
