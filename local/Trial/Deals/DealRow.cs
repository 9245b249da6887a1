using System;

namespace CrmAddon.Local.Trial.Deals;

/// <summary>One line of a sales pipeline file, read and understood.</summary>
/// <param name="Line">The line of the file, 1-based, for messages.</param>
/// <param name="Number">The deal's number in the source system; natural key of the opportunity.</param>
/// <param name="Agent">Who sold it: the partner.</param>
/// <param name="Product">Name of the product as the file writes it.</param>
/// <param name="Account">Name of the customer; empty for a deal without one.</param>
/// <param name="Stage">Where the deal stands at the end of the file.</param>
/// <param name="Engaged">The date the deal was engaged, where it was.</param>
/// <param name="Closed">The date the deal was won or lost, where it was.</param>
/// <param name="Value">What it was closed at, in the program's currency, where it was closed.</param>
public sealed record DealRow(
    int Line,
    string Number,
    string Agent,
    string Product,
    string Account,
    DealStage Stage,
    DateTime? Engaged,
    DateTime? Closed,
    decimal? Value);

/// <summary>The stages of the pipeline file, in their order.</summary>
public enum DealStage
{
    /// <summary>Talked about.</summary>
    Prospecting,

    /// <summary>Worked on.</summary>
    Engaging,

    /// <summary>Closed with a sale.</summary>
    Won,

    /// <summary>Closed without one.</summary>
    Lost,
}
