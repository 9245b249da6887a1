using System.Globalization;
using System.Linq;
using CsCheck;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>
/// A row of random numbers that a writer turns into choices. The first of several is the plainest, and what comes behind the last
/// number is always the first: so CsCheck makes a failing program plainer by making the row shorter and its numbers smaller.
/// </summary>
internal sealed class Choices(uint[] numbers)
{
    private int next;

    public static Gen<Choices> Up(int most) => Gen.UInt.Array[most / 4, most].Select(numbers => new Choices(numbers));

    /// <summary>From 0 to less than the count.</summary>
    public int Below(int count) => next < numbers.Length ? (int)(numbers[next++] % (uint)count) : 0;

    /// <summary>From the first to the last, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>Whether it happens that happens once in so many times.</summary>
    public bool Once(int times) => Below(times) == times - 1;

    public T Of<T>(params T[] values) => values[Below(values.Length)];

    /// <summary>Some of the values, at least so many, in their order.</summary>
    public T[] Some<T>(int least, params T[] values)
    {
        var count = Between(least, values.Length);
        return [.. values.Select((value, index) => (value, index, rank: Below(1000))).OrderBy(one => one.rank).ThenBy(one => one.index)
            .Take(count).OrderBy(one => one.index).Select(one => one.value)];
    }

    /// <summary>The values in any order.</summary>
    public T[] Shuffled<T>(params T[] values) => [.. values.Select(value => (value, rank: Below(1000))).OrderBy(one => one.rank).Select(one => one.value)];

    /// <summary>An amount with so many decimals at most, as the language writes it.</summary>
    public string Amount(int decimals = 2) => Below(4) switch
    {
        0 => Between(1, 20).ToString(CultureInfo.InvariantCulture) + ",000",
        1 => Below(5).ToString(CultureInfo.InvariantCulture),
        2 => Below(2_000_000).ToString("#,##0", CultureInfo.InvariantCulture),
        _ => (Below(100_000_000) / 100m).ToString(decimals == 0 ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture),
    };

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A percentage of hundredths of a percent.</summary>
    public static string Percent(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
