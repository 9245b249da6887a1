using System.Runtime.InteropServices;

namespace CrmAddon.Rules.Money;

/// <summary>
/// The words of a decimal, read in place: <see cref="decimal.GetBits(decimal)"/> allocates an array on the frameworks that the
/// library is built for. Every .NET lays a decimal out like this, for it is the layout of COM's DECIMAL; a test proves it on each
/// runtime, and <see cref="AreReliable"/> makes the arithmetic exact but slow where it were otherwise.
/// </summary>
[StructLayout(LayoutKind.Explicit)]
internal readonly struct DecimalParts
{
    // Read by sight of other fields at the same place.
    [FieldOffset(0)]
    private readonly decimal value;

    [FieldOffset(0)]
    private readonly int flags;

    [FieldOffset(4)]
    private readonly uint high;

    [FieldOffset(8)]
    private readonly uint low;

    [FieldOffset(12)]
    private readonly uint middle;

    public DecimalParts(decimal value)
        : this() => this.value = value;

    /// <summary>Whether the words lie where they are read.</summary>
    public static bool AreReliable { get; } = Prove();

    /// <summary>Digits after the point.</summary>
    public int Scale => (flags >> 16) & 0xFF;

    public uint High => high;

    public uint Middle => middle;

    public uint Low => low;

    public bool IsZero => (low | middle | high) == 0;

    /// <summary>Whether the digits alone, wherever the point is, make a number below 2 to the 53rd.</summary>
    public bool IsShort => high == 0 && middle < 1 << 21;

    public bool IsNegative => flags < 0;

    /// <summary>The number without its sign and its point, where that is no larger than a long integer.</summary>
    public bool TryUnits(out long units)
    {
        units = (long)(((ulong)middle << 32) | low);
        return high == 0 && units >= 0;
    }

    /// <summary>The same digits with the point elsewhere.</summary>
    public decimal WithScale(int scale) => new((int)low, (int)middle, (int)high, IsNegative, (byte)scale);

    private static bool Prove()
    {
        var parts = new DecimalParts(new decimal(0x01020304, 0x05060708, 0x090A0B0C, true, 17));
        return parts.low == 0x01020304 && parts.middle == 0x05060708 && parts.high == 0x090A0B0C && parts.Scale == 17 && parts.flags < 0;
    }
}
