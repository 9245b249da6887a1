using System;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>A number and a multiple of something smaller than every number, which is how "less than" becomes "at most".</summary>
internal readonly record struct Infinitesimal(Rational Main, Rational Small) : IComparable<Infinitesimal>
{
    public static Infinitesimal operator +(Infinitesimal left, Infinitesimal right) =>
        new((left.Main + right.Main).Reduced(), (left.Small + right.Small).Reduced());

    public static Infinitesimal operator -(Infinitesimal left, Infinitesimal right) =>
        new((left.Main - right.Main).Reduced(), (left.Small - right.Small).Reduced());

    public static Infinitesimal operator *(Infinitesimal left, Rational right) =>
        new((left.Main * right).Reduced(), (left.Small * right).Reduced());

    public int CompareTo(Infinitesimal other)
    {
        var main = Main.CompareTo(other.Main);
        return main != 0 ? main : Small.CompareTo(other.Small);
    }
}
