using System.Collections.Generic;
using CrmAddon.Rules;
using CrmAddon.Worker.Usage.Focus;

namespace CrmAddon.Local.Trial;

/// <summary>What one run of the trial works on.</summary>
/// <param name="Database">The SQLite file of the local Dataverse; made when missing, kept afterwards.</param>
/// <param name="Rules">The rule program to publish.</param>
/// <param name="Deals">A sales pipeline as CSV.</param>
/// <param name="Usage">Usage files in FOCUS format, CSV or Parquet.</param>
/// <param name="Assumed">What is taken for a column that a usage file lacks.</param>
/// <param name="IsDelta">Whether the usage files hold corrections only, to be added to what is stored.</param>
/// <param name="Close">The month whose books are closed at the end.</param>
/// <param name="Mails">The folder that receives the delivered mails.</param>
/// <param name="Samples">The folder of the sample data that the project carries: partners, customers, products, engagements.</param>
public sealed record TrialOptions(
    string Database,
    string Rules,
    string Deals,
    IReadOnlyList<string> Usage,
    IReadOnlyDictionary<FocusColumn, string> Assumed,
    bool IsDelta,
    Month Close,
    string Mails,
    string Samples);
