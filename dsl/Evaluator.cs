using System;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>
/// Judges many cases of one program, one after the other, without allocating for each: the case is filled in value by value, and
/// the result is read by index. <see cref="RuleProgram.Judge(DealCase)"/> and its siblings come to the same results by the same
/// code and carry them in objects. For one thread at a time.
/// </summary>
/// <remarks>
/// Begin a deal or a month, say what it has in any order, judge, read. A field is named by the place that <see cref="Field"/>
/// tells once; what is not said is missing, or what an empty column is read as.
/// </remarks>
public sealed partial class Evaluator
{
    private readonly BoundProgram program;
    private readonly Judgement judgement;
    private readonly UsageFigures figures = new();
    private Seat? last;
    private Month month;
    private bool isJudged;

    internal Evaluator(BoundProgram program)
    {
        this.program = program;
        judgement = new Judgement(program);
    }

    private FactsReader Reader => program.Reader;

    private Facts Facts => judgement.Facts;

    /// <summary>The place of a field such as <c>deal.motion</c>; negative where the program does not read it, and then setting it does nothing.</summary>
    public int Field(string path) => Reader.PlaceOf(path);

    /// <summary>Begins a deal.</summary>
    /// <param name="businessDate">The day as of which the deal is judged.</param>
    /// <param name="amount">The amount in the program's currency, in whole minor units.</param>
    /// <param name="isWon">Whether the deal is won.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is larger than <see cref="DealCase.LargestAmount"/>.</exception>
    public void BeginDeal(DateTime businessDate, decimal amount, bool isWon)
    {
        Begin(businessDate.Date);
        Facts.Usage = null;
        judgement.BeginDeal(Checked(amount), isWon);
        Reader.Set(Facts, Reader.AmountPlace, FieldValue.OfNumber(amount));
    }

    /// <summary>Begins a customer's month. Rules are those in force on its first day.</summary>
    public void BeginMonth(Month judged)
    {
        Begin(judged.FirstDay);
        month = judged;
        figures.Begin(judged);
        Facts.Usage = figures;
        judgement.BeginMonth(0);
    }

    /// <summary>Sets a field of the deal, the customer or the registration.</summary>
    public void Set(int field, FieldValue value) => Reader.Set(Facts, field, value);

    /// <summary>
    /// Adds usage of the judged month or of one before it, in the program's currency; usage of later months does not count. From
    /// the first month with usage on, a month without any used nothing; before it nothing is known.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The usage is larger than <see cref="DealCase.LargestAmount"/>.</exception>
    public void AddUsage(Month usedIn, decimal amount)
    {
        var back = month.MonthsSince(usedIn);
        if (back < 0)
            return;
        figures.Add(back, Checked(amount));
        if (back == 0)
            judgement.BeginMonth(figures.Latest);
    }

    /// <summary>Adds the judged month's usage of one product; what no product accounts for is usage without a product.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The usage is larger than <see cref="DealCase.LargestAmount"/>.</exception>
    public void AddProduct(string product, decimal used) => judgement.Window.Add(product, Checked(used));

    /// <summary>Adds what the earlier months of a commission's window have booked, as <see cref="UsageCase.Booked"/> does.</summary>
    public void AddBooked(BookedLine line)
    {
        if (line is null)
            throw new ArgumentNullException(nameof(line));
        judgement.Window.Add(new BookedSums(
            line.Rule, line.PartnerKey, line.Role, line.Product, new Carried(line.Measure, line.Credited, line.Uncapped)));
    }

    /// <summary>Adds a partner in one role. The order changes nothing.</summary>
    /// <param name="partnerKey">The partner's key; equal money is told apart by it, in ordinal order.</param>
    /// <param name="role">The role by its name in the program.</param>
    /// <param name="weight">What the partner counts for where several share a role by weight.</param>
    /// <param name="engagedOn">The day on which the partner was engaged; the default value where that is not known.</param>
    /// <param name="partnerName">The partner's name for people; the key where none is given.</param>
    public void AddPartner(string partnerKey, string role, decimal weight = 1, DateTime engagedOn = default, string? partnerName = null)
    {
        last = judgement.Roster.Add(
            partnerKey ?? throw new ArgumentNullException(nameof(partnerKey)), partnerName,
            role ?? throw new ArgumentNullException(nameof(role)), weight, engagedOn);
        Reader.Clear(last);
    }

    /// <summary>Adds a partner who may be credited without a role on the deal.</summary>
    public void AddOtherPartner(string partnerKey, string? partnerName = null)
    {
        last = judgement.Roster.AddOther(partnerKey ?? throw new ArgumentNullException(nameof(partnerKey)), partnerName);
        Reader.Clear(last);
    }

    /// <summary>Sets a field of the partner who was added last.</summary>
    /// <exception cref="InvalidOperationException">No partner has been added.</exception>
    public void SetPartner(int field, FieldValue value) =>
        Reader.Set(last ?? throw new InvalidOperationException("Add a partner first."), field, value);

    /// <summary>Says who registered the deal, and the first and last day of protection; null while nothing is protected.</summary>
    public void SetRegistration(
        string partnerKey, string? role = null, DateTime? protectedFrom = null, DateTime? protectedUntil = null, string? partnerName = null)
    {
        judgement.Registrant = new Registrant(partnerKey ?? throw new ArgumentNullException(nameof(partnerKey)), partnerName, role);
        Reader.Set(Facts, Reader.RegistrantPlace, FieldValue.OfPartner(partnerKey));
        Reader.Set(Facts, Reader.ProtectedFromPlace, protectedFrom is { } from ? FieldValue.OfDate(from) : default);
        Reader.Set(Facts, Reader.ProtectedUntilPlace, protectedUntil is { } until ? FieldValue.OfDate(until) : default);
        Facts.RegistrationIsProtected = protectedFrom is { } first && protectedUntil is { } end
            && first.Date <= Facts.BusinessDate && Facts.BusinessDate <= end.Date;
    }

    // What has few digits needs no comparison of decimals.
    private static decimal Checked(decimal amount) => (DecimalParts.AreReliable && new DecimalParts(amount).IsShort) || amount is >= -DealCase.LargestAmount and <= DealCase.LargestAmount
        ? amount
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, "The amount is larger than any deal's or customer's.");

    private void Begin(DateTime businessDate)
    {
        isJudged = false;
        last = null;
        trace.Clear();
        Reader.Clear(Facts);
        Facts.BusinessDate = businessDate;
        judgement.Roster.Clear();
        judgement.Window.Clear();
        judgement.Registrant = default;
    }
}
