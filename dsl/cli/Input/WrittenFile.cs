using System;
using System.IO;
using System.Text;

namespace CrmAddon.Rules.Cli.Input;

/// <summary>Writes a text over a file: the whole new text or, whatever happens, still the whole old one.</summary>
internal static class WrittenFile
{
    /// <exception cref="InputException">The file or its folder can't be written.</exception>
    public static void Replace(string path, string text)
    {
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            var written = $"{target}.{Guid.NewGuid():N}.tmp";
            try
            {
                File.WriteAllText(written, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(written, File.GetUnixFileMode(target));
                File.Move(written, target, overwrite: true);
            }
            finally
            {
                File.Delete(written);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} can't be written: {e.Message}");
        }
    }
}
