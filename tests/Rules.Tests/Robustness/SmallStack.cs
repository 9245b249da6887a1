using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace CrmAddon.Rules.Tests.Robustness;

/// <summary>Runs on a stack of 256 KB, as small as any host's. What overflows it ends the process.</summary>
internal static class SmallStack
{
    private const int Size = 256 * 1024;

    public static T Run<T>(Func<T> run)
    {
        T result = default!;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = run();
                }
                catch (Exception e)
                {
                    thrown = ExceptionDispatchInfo.Capture(e);
                }
            },
            Size);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return result;
    }
}
