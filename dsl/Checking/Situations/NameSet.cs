using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Some of the names that a variable may have, one bit for each.</summary>
internal sealed class NameSet
{
    private readonly ulong[] bits;

    private NameSet(ulong[] bits) => this.bits = bits;

    public static NameSet Of(IReadOnlyList<string> all, IReadOnlyCollection<string> names, bool among)
    {
        var bits = new ulong[(all.Count + 63) / 64];
        for (var i = 0; i < all.Count; i++)
        {
            if (names.Contains(all[i]) == among)
                bits[i / 64] |= 1UL << (i % 64);
        }
        return new NameSet(bits);
    }

    public bool IsEmpty => bits.All(word => word == 0);

    public bool Has(int index) => (bits[index / 64] & (1UL << (index % 64))) != 0;

    public NameSet And(NameSet other)
    {
        var both = new ulong[bits.Length];
        for (var i = 0; i < both.Length; i++)
            both[i] = bits[i] & other.bits[i];
        return new NameSet(both);
    }

    public bool Meets(NameSet other)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            if ((bits[i] & other.bits[i]) != 0)
                return true;
        }
        return false;
    }

    public bool IsWithin(NameSet other)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            if ((bits[i] & ~other.bits[i]) != 0)
                return false;
        }
        return true;
    }

    public IEnumerable<string> Chosen(IReadOnlyList<string> all) => all.Where((_, i) => Has(i));
}
