using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Money;

internal static class PowersOfTen
{
    private static readonly BigInteger[] Table = [.. Enumerable.Range(0, 29).Select(power => BigInteger.Pow(10, power))];

    public static BigInteger Of(int power) => Table[power];
}
