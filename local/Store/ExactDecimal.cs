using System;
using System.Buffers.Binary;

namespace CrmAddon.Local.Store;

/// <summary>
/// A decimal column's value as 16 bytes: a whole number of 10^-10, big-endian, with the sign bit turned so that SQLite's byte
/// comparison is the numeric one. Equality, ranges, order, minimum and maximum are exact, whatever precision the column has.
/// </summary>
internal static class ExactDecimal
{
    /// <summary>Most digits after the point that a Dataverse decimal column can have.</summary>
    public const int Digits = 10;

    public const decimal Unit = 10_000_000_000m;
    private static readonly Int128 Sign = Int128.One << 127;

    public static byte[] ToBytes(decimal value) => ToBytes((Int128)decimal.Round(value * Unit));

    public static decimal ToDecimal(byte[] bytes) => (decimal)ToUnits(bytes) / Unit;

    public static byte[] ToBytes(Int128 units)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt128BigEndian(bytes, units ^ Sign);
        return bytes;
    }

    public static Int128 ToUnits(byte[] bytes) => BinaryPrimitives.ReadInt128BigEndian(bytes) ^ Sign;
}
