using System;
using System.Collections.Generic;
using System.IO;
using CrmAddon.Local;

namespace CrmAddon.Crash;

/// <summary>The local Dataverse that is killed: the standard tables, boxes with items, and the steps of this program.</summary>
internal static class Place
{
    /// <summary>Opens a database file; the steps are the plug-in classes of this assembly.</summary>
    public static LocalDataverse Open(string database) => LocalDataverse.Open(new LocalDataverseOptions
    {
        DatabasePath = database,
        SolutionFolders = [Path.Combine(AppContext.BaseDirectory, "Base"), Path.Combine(AppContext.BaseDirectory, "Boxes")],
        PluginAssemblies = [typeof(Place).Assembly.Location],
        FirstRetryDelay = TimeSpan.FromMilliseconds(20),
    });

    /// <summary>Copies a closed database.</summary>
    public static void Copy(string from, string to)
    {
        Delete(to);
        File.Copy(from, to);
    }

    /// <summary>Deletes a database with what SQLite keeps beside it.</summary>
    public static void Delete(string database)
    {
        foreach (var file in Files(database))
        {
            File.Delete(file);
        }
    }

    /// <summary>Keeps a database as it is for whoever looks into a failure.</summary>
    public static void Keep(string database, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Files(database))
        {
            if (File.Exists(file))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            }
        }
    }

    private static IEnumerable<string> Files(string database) => [database, database + "-wal", database + "-shm", database + "-journal"];
}
