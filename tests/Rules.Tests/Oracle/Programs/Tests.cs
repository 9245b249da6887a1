using System.Collections.Generic;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>A condition as the oracle knows it.</summary>
internal abstract record Test;

internal sealed record AllOf(IReadOnlyList<Test> Tests) : Test;

internal sealed record AnyOf(IReadOnlyList<Test> Tests) : Test;

internal sealed record Not(Test Inner) : Test;

/// <summary>A field that is one of some words: choices, or texts in quotation marks.</summary>
internal sealed record IsOneOf(string Field, IReadOnlyList<string> Words, bool Negated) : Test;

/// <summary>A field or figure that has a value.</summary>
internal sealed record IsKnown(Quantity Of, bool Negated) : Test;

internal sealed record IsProtected : Test;

internal sealed record IsActive : Test;

internal sealed record Compares(Quantity Left, string Sign, Quantity Right) : Test;

/// <summary>What a conjunction comes to where it is unknown: yes or no.</summary>
internal sealed record IfUnknown(Test Inner, bool Then) : Test;

internal sealed record Running(Test Inner, int Months) : Test;

/// <summary>Something with a value, or without.</summary>
internal abstract record Quantity;

/// <summary>A plain number or amount; a percentage stands as 15 for 15%.</summary>
internal sealed record Literal(decimal Value, bool IsPercent) : Quantity;

internal sealed record Field(string Path) : Quantity;

internal enum FigureKind
{
    Usage,
    UsageOver,
    AverageOver,
    GrowthOver,
    RetentionOver,
}

internal sealed record Figure(FigureKind What, int Months) : Quantity;

/// <summary>15% of something.</summary>
internal sealed record Part(decimal Percent, Quantity Of) : Quantity;
