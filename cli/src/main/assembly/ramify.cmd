@echo off
rem Starts Ramify on Windows, from a distribution.
rem
rem JAVA_HOME      the Java to use, instead of the one on the PATH
rem RAMIFY_OPTS    options of the Java virtual machine, such as -Xmx8g
rem RAMIFY_PLUGINS folders of plugins, separated by semicolons
rem RAMIFY_DATA    folder of downloads, instead of .cache\ramify in the home of the user
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2>&1" ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~v"
set "MAJOR="
if defined VERSION for /f "delims=.-+ tokens=1" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined MAJOR (
  echo error: Java was not found; install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
if %MAJOR% LSS 17 (
  echo error: Java %VERSION% is too old; Ramify needs 17 or newer 1>&2
  exit /b 1
)
set "FLAGS=-XX:MaxRAMPercentage=25 -XX:+UseParallelGC"
if %MAJOR% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED -Djdk.console=java.base"
if %MAJOR% GEQ 24 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"
rem The program writes UTF-8; the console shows it in that code page, and gets its own back.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "CODEPAGE=%%c"
chcp 65001 >nul
"%JAVA%" %FLAGS% "-Dramify.home=%HOME_DIR%" "-Dramify.command=%~n0" %RAMIFY_OPTS% -cp "%HOME_DIR%\lib\*" dev.ramify.cli.Main %*
set "CODE=%ERRORLEVEL%"
if defined CODEPAGE chcp %CODEPAGE% >nul
exit /b %CODE%
