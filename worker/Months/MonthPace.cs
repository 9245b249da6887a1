using System;

namespace CrmAddon.Worker.Months;

/// <summary>
/// How soon a service asks again for a month that the CRM is still posting: a minute after something has moved, and more and more rarely where
/// nothing moves any more, for a job of the CRM that has failed.
/// </summary>
internal sealed class MonthPace
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private TimeSpan _wait = Soon;

    /// <summary>How long to wait until the next turn.</summary>
    /// <param name="isNews">Whether something has moved in this one.</param>
    /// <param name="longest">The pause where nothing is due.</param>
    public TimeSpan Next(bool isNews, TimeSpan longest)
    {
        if (isNews)
            _wait = Soon;
        else if (_wait < longest)
            _wait *= 2;
        return _wait < longest ? _wait : longest;
    }
}
