/* The start-up floor: the least a program on this system can do. `rubrica --version` is measured against it. */
#include <stdio.h>

int main(void)
{
    puts("hello, world");
    return 0;
}
